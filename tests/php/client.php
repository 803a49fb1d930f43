<?php
// A client of its own in PHP's standard library. It reads where to call and what as JSON, makes each call over HTTP, and
// prints the statuses and bodies of the answers as JSON.

$task = json_decode(stream_get_contents(STDIN), true);
$answers = [];
foreach ($task['calls'] as [$function, $arguments]) {
    $fields = $task['form'] === 'position' ? by_position($arguments) : by_name($arguments);
    $answers[] = call($task, $function, http_build_query($fields));
}
echo json_encode($answers);

/** The fields as the vendor's class sends them: numbered, and three more that are always there. */
function by_position(array $arguments): array
{
    $fields = [];
    foreach (array_values($arguments) as $at => $argument) {
        $fields['arg' . ($at + 1)] = $argument;
    }
    return by_name($fields) + ['language' => '', 'operator' => '', 'ds24ver' => '1.2'];
}

/** The fields under their names. What is null is not sent. */
function by_name(array $arguments): array
{
    return array_filter($arguments, fn ($argument) => $argument !== null);
}

function call(array $task, string $function, string $query): array
{
    $url = $task['base_url'] . '/' . $function;
    $http = [
        'method' => $task['method'],
        'header' => ['X-DS-API-KEY: ' . $task['api_key'], 'Accept: application/json'],
        'follow_location' => 0,
        'ignore_errors' => true,
        'timeout' => 20,
    ];
    if ($task['method'] === 'GET') {
        $url .= '?' . $query;
    } else {
        $http['header'][] = 'Content-Type: application/x-www-form-urlencoded; charset=utf-8';
        // PHP sends no length where there is nothing to send.
        $http['header'][] = 'Content-Length: ' . strlen($query);
        $http['content'] = $query;
    }
    $body = file_get_contents($url, false, stream_context_create(['http' => $http]));
    return [(int) explode(' ', $http_response_header[0])[1], $body];
}
