//! Times are read as Berlin's clock showed them, and arguments as the service understands them.

use digistore24::{BadTime, Moment, Time, Zone, check_day, check_month};
use proptest::prelude::*;

/// The days of March and October on which Berlin's summer time begins and ends, year by year from 2012.
const SUMMER_TIME: [(i64, i64); 29] = [
    (25, 28),
    (31, 27),
    (30, 26),
    (29, 25),
    (27, 30),
    (26, 29),
    (25, 28),
    (31, 27),
    (29, 25),
    (28, 31),
    (27, 30),
    (26, 29),
    (31, 27),
    (30, 26),
    (29, 25),
    (28, 31),
    (26, 29),
    (25, 28),
    (31, 27),
    (30, 26),
    (28, 31),
    (27, 30),
    (26, 29),
    (25, 28),
    (30, 26),
    (29, 25),
    (28, 31),
    (27, 30),
    (25, 28),
];

/// 2012-01-01 00:00:00 UTC.
const START: i64 = 1_325_376_000;
/// 2041-01-01 00:00:00 UTC.
const END: i64 = 2_240_611_200;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

fn months(year: i64) -> [i64; 12] {
    [31, if year % 4 == 0 { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

/// When summer time begins and ends in each year, in unix seconds.
fn summers() -> Vec<(i64, i64)> {
    let mut new_year = START;
    let mut found = Vec::new();
    for (year, (march, october)) in (2012..).zip(SUMMER_TIME) {
        let length = months(year);
        let before = |month: usize| length.iter().take(month - 1).sum::<i64>();
        let at_one = |month, day: i64| new_year + (before(month) + day - 1) * DAY + HOUR;
        found.push((at_one(3, march), at_one(10, october)));
        new_year += length.iter().sum::<i64>() * DAY;
    }
    assert_eq!(new_year, END);
    found
}

/// What Berlin's clock shows at a unix second, and its offset in seconds.
fn berlin(unix: i64, summers: &[(i64, i64)]) -> (String, i64) {
    let summer = summers.iter().any(|(begin, end)| (*begin..*end).contains(&unix));
    let offset = if summer { 2 * HOUR } else { HOUR };
    let (mut days, second) = ((unix + offset - START) / DAY, (unix + offset - START) % DAY);
    let mut year = 2012;
    while days >= months(year).iter().sum() {
        days -= months(year).iter().sum::<i64>();
        year += 1;
    }
    let mut month = 1;
    for length in months(year) {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    let (hour, minute, second) = (second / HOUR, second / 60 % 60, second % 60);
    (format!("{year:04}-{month:02}-{:02} {hour:02}:{minute:02}:{second:02}", days + 1), offset)
}

/// Reads what Berlin's clock shows at that second, and compares all there is to compare.
fn assert_reads_back(unix: i64, summers: &[(i64, i64)]) {
    let (shown, offset) = berlin(unix, summers);
    let time = Time::parse(&shown, Zone::Berlin).unwrap_or_else(|why| panic!("{why}"));
    let second_pass = summers.iter().any(|(_, end)| (*end..end + HOUR).contains(&unix));
    if second_pass {
        assert_eq!((time.unix_seconds(), time.offset_minutes()), (Some(unix - HOUR), Some(120)), "{shown}");
    } else {
        assert_eq!((time.unix_seconds(), time.offset_minutes()), (Some(unix), Some((offset / 60) as i16)), "{shown}");
    }
    let printed = time.to_string();
    assert_eq!(printed.get(..19), Some(shown.replace(' ', "T").as_str()));
    assert_eq!(Time::parse(&printed, Zone::Fixed(0)), Ok(time));
}

fn read(text: &str) -> Time {
    Time::parse(text, Zone::Berlin).unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn each_hour_of_berlin_from_2012_to_2040_reads_back_but_the_doubled_one() {
    let summers = summers();
    for unix in (START..END - HOUR).step_by(3599) {
        assert_reads_back(unix, &summers);
    }
}

#[test]
fn each_second_around_a_change_of_the_clock_reads_back_but_the_doubled_hour() {
    let summers = summers();
    for (begin, end) in &summers {
        for around in
            [begin - HOUR, begin - 1, *begin, begin + 1, end - HOUR - 1, end - HOUR, end - 1, *end, end + HOUR]
        {
            assert_reads_back(around, &summers);
        }
    }
    for unix in 1_792_886_400..1_792_886_400 + 3 * HOUR {
        assert_reads_back(unix, &summers);
    }
}

#[test]
fn the_changes_of_the_clock_in_2024_to_2026_fall_on_these_moments() {
    for (shown, unix, offset) in [
        ("2024-03-31 01:59:59", 1_711_846_799, 60),
        ("2024-03-31 03:00:00", 1_711_846_800, 120),
        ("2024-10-27 02:59:59", 1_729_990_799, 120),
        ("2024-10-27 03:00:00", 1_729_994_400, 60),
        ("2025-03-30 01:59:59", 1_743_296_399, 60),
        ("2025-03-30 03:00:00", 1_743_296_400, 120),
        ("2025-10-26 03:00:00", 1_761_444_000, 60),
        ("2026-03-29 03:00:00", 1_774_746_000, 120),
        ("2026-10-25 03:00:00", 1_792_893_600, 60),
    ] {
        assert_eq!((read(shown).unix_seconds(), read(shown).offset_minutes()), (Some(unix), Some(offset)), "{shown}");
    }
}

#[test]
fn the_doubled_hour_is_read_as_summer_and_the_missing_hour_as_winter() {
    assert_eq!(read("2026-10-25 02:30:00").to_string(), "2026-10-25T02:30:00+02:00");
    assert_eq!(read("2026-03-29 02:30:00").to_string(), "2026-03-29T02:30:00+01:00");
    assert_eq!(read("2026-03-29 02:30:00").unix_seconds(), read("2026-03-29 03:30:00").unix_seconds());
}

#[test]
fn a_moment_is_read_in_every_form_the_service_writes() {
    for text in [
        "2026-10-05 14:00:00",
        "2026-10-05T14:00:00",
        "2026-10-0514:00:00",
        "2026-10-05 14:00",
        "2026-10-05 14:00:00.000",
        "2026-10-05T14:00:00+02:00",
        "2026-10-05T14:00:00+0200",
        "2026-10-05 14:00:00.0+02:00",
    ] {
        assert_eq!(read(text).to_string(), "2026-10-05T14:00:00+02:00", "{text}");
    }
    let time = read("2026-10-05T12:34:56Z");
    assert_eq!((time.year(), time.month(), time.day(), time.clock()), (2026, 10, 5, Some((12, 34, 56))));
    assert_eq!((time.to_string().as_str(), time.offset_minutes()), ("2026-10-05T12:34:56+00:00", Some(0)));
    assert_eq!(read("2026-01-05T00:15:00-05:30").unix_seconds(), read("2026-01-05T05:45:00Z").unix_seconds());
    assert_eq!(read("1969-12-31T23:59:59Z").unix_seconds(), Some(-1));
    assert_eq!(Time::parse("2026-07-01 10:00", Zone::Fixed(-330)).unwrap().to_string(), "2026-07-01T10:00:00-05:30");
}

#[test]
fn a_day_alone_is_no_point_in_time() {
    let day = read("2026-11-05");
    assert!(day.is_date());
    assert_eq!((day.clock(), day.offset_minutes(), day.unix_seconds()), (None, None, None));
    assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-11-05\"");
    assert_eq!(serde_json::to_string(&read("2026-11-05 09:30")).unwrap(), "\"2026-11-05T09:30:00+01:00\"");
    assert_eq!(format!("{day:>12}"), "  2026-11-05");
}

#[test]
fn a_time_no_calendar_has_is_refused() {
    for text in [
        "0000-00-00",
        "0000-00-00 00:00:00",
        "0000-01-01",
        "2026-00-10",
        "2026-13-10",
        "2026-04-31",
        "2026-02-29",
        "2100-02-29",
        "2026-10-00",
        "2026-10-05 24:00:00",
        "2026-10-05 23:60:00",
        "2026-10-05 23:59:60",
    ] {
        assert!(matches!(Time::parse(text, Zone::Berlin), Err(BadTime::Impossible(_))), "{text}");
    }
    assert!(Time::parse("2026-10-05 10:00:00", Zone::Fixed(841)).is_err());
    assert_eq!(read("2024-02-29").to_string(), "2024-02-29");
    assert_eq!(read("2000-02-29").to_string(), "2000-02-29");
}

#[test]
fn a_text_of_another_form_is_refused() {
    for text in [
        "",
        "now",
        "2026",
        "2026-10",
        "2026-10-5",
        "26-10-05",
        "05.10.2026",
        "2026/10/05",
        " 2026-10-05",
        "2026-10-05 ",
        "2026-10-05T",
        "2026-10-05 14",
        "2026-10-05 14:0",
        "2026-10-05 14:00:",
        "2026-10-05 14:00:00.",
        "2026-10-05 14:00.0",
        "2026-10-05  14:00:00",
        "2026-10-05t14:00:00",
        "2026-10-05 14:00:00+02",
        "2026-10-05 14:00:00+",
        "2026-10-05 14:00:00 +02:00",
        "2026-10-05 14:00:00+02:60",
        "2026-10-05 14:00:00+14:01",
        "2026-10-05 14:00:00ZZ",
        "2026-10-05Z",
        "2026-10-05+02:00",
        "２026-10-05",
    ] {
        assert!(matches!(Time::parse(text, Zone::Berlin), Err(BadTime::Form(_))), "{text:?}");
    }
}

#[test]
fn an_error_about_a_time_names_the_form_expected_or_what_to_do() {
    let told = |text| Time::parse(text, Zone::Berlin).unwrap_err().to_string();
    assert_eq!(told("soon"), "expected a time such as `2026-10-05 14:00:00` or `2026-10-05`, got \"soon\"");
    assert_eq!(told("2026-02-30"), "no calendar has the time \"2026-02-30\": use the text as it is, or correct it");
    assert_eq!(
        told("2026-10-05T14:00:00.250Z"),
        "times are whole seconds: cut the fraction off \"2026-10-05T14:00:00.250Z\""
    );
}

#[test]
fn a_zone_is_known_by_name_or_offset() {
    for name in ["Europe/Berlin", "Europe/Vienna", "Europe/Paris", "europe/zurich", "CET", "CEST", "MEZ"] {
        assert_eq!(Zone::parse(name), Some(Zone::Berlin), "{name}");
    }
    for (text, minutes) in [("UTC", 0), ("GMT", 0), ("Z", 0), ("+02:00", 120), ("-0530", -330), ("+14:00", 840)] {
        assert_eq!(Zone::parse(text), Some(Zone::Fixed(minutes)), "{text}");
    }
    for text in ["", "Europe", "Europe/London", "+2", "+02:", "+02:00 ", "02:00", "+15:00", "-14:01", "UTC+1"] {
        assert_eq!(Zone::parse(text), None, "{text}");
    }
}

#[test]
fn an_envelope_tells_its_zone_by_name_then_by_offset_and_is_else_from_berlin() {
    for (name, offset, zone) in [
        (Some("Europe/Berlin"), Some(0), Zone::Berlin),
        (Some("UTC"), Some(2), Zone::Fixed(0)),
        (Some("Asia/Tokyo"), Some(9), Zone::Fixed(540)),
        (Some(""), None, Zone::Berlin),
        (None, Some(0), Zone::Fixed(0)),
        (None, Some(-14), Zone::Fixed(-840)),
        (None, Some(15), Zone::Fixed(15)),
        (None, Some(-840), Zone::Fixed(-840)),
        (None, Some(1), Zone::Berlin),
        (None, Some(120), Zone::Berlin),
        (None, Some(3600), Zone::Berlin),
        (None, Some(10_800), Zone::Fixed(180)),
        (None, Some(-50_400), Zone::Fixed(-840)),
        (None, Some(50_460), Zone::Berlin),
        (None, Some(3601), Zone::Berlin),
        (None, Some(i64::MIN), Zone::Berlin),
        (None, Some(i64::MAX), Zone::Berlin),
    ] {
        assert_eq!(Zone::of_envelope(name, offset), zone, "{name:?} {offset:?}");
    }
}

#[test]
fn a_moment_is_a_time_a_word_or_a_step_from_now() {
    for text in [
        "now",
        "today",
        "start",
        "24h",
        "-3d",
        "-6h",
        "-10m",
        "-30s",
        "6M",
        "2Y",
        "2014-02-28",
        "2014-02-28 23:11:24",
        "2026-10-05T14:00:00+02:00",
        "2026-10-05T12:00:00.123Z",
        "2026-10-05 14:00+0200",
    ] {
        assert_eq!(Moment::check(text), Ok(()), "{text}");
    }
    for text in [
        "",
        "Now",
        "tomorrow",
        "-",
        "d",
        "-d",
        "--3d",
        "+3d",
        "3D",
        "3y",
        "3 d",
        "1w",
        "2026-02-30",
        "2026-10-05 25:00:00",
        "2026-10-05 14:00",
        "2026-10-05T14:00:00",
        "2026-10-0514:00:00",
        "2026-10-05 14:00:00.5",
    ] {
        assert!(Moment::check(text).is_err(), "{text}");
    }
    assert_eq!(
        Moment::check("tomorrow").unwrap_err().to_string(),
        "expected a moment such as `2026-10-05 14:00:00`, `now` or `-3d`, got \"tomorrow\""
    );
}

#[test]
fn every_time_makes_a_moment_the_service_takes() {
    for text in ["2026-10-05", "2026-10-05 14:00", "2026-10-05T14:00:00Z", "2026-10-0514:00:00"] {
        assert_eq!(Moment::check(Moment::from(read(text)).as_str()), Ok(()), "{text}");
    }
    assert_eq!(Moment::from(String::from("-3d")).to_string(), "-3d");
}

#[test]
fn a_day_has_no_time_and_a_month_no_day() {
    for text in ["2014-02-28", "now", "today", "-3d", "6M"] {
        assert_eq!(check_day(text), Ok(()), "{text}");
    }
    for text in ["", "start", "2014-02-29", "2014-02-28 10:00:00", "2014-02"] {
        assert!(check_day(text).is_err(), "{text}");
    }
    assert_eq!(check_month("2015-01"), Ok(()));
    for text in ["", "2015", "2015-00", "2015-13", "0000-01", "2015-1", "2015-01-01", "now"] {
        assert!(check_month(text).is_err(), "{text}");
    }
    let day = check_day("Monday").unwrap_err().to_string();
    assert_eq!(day, "expected a day such as `2026-10-05`, `today` or `-3d`, got \"Monday\"");
    assert_eq!(check_month("May").unwrap_err().to_string(), "expected a month such as `2026-10`, got \"May\"");
}

proptest! {
    #[test]
    fn any_second_of_berlin_reads_back_but_the_doubled_hour(unix in START..END - HOUR) {
        assert_reads_back(unix, &summers());
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "\\PC{0,30}", near in "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]?[0-9:.]{0,12}[-+Z]?[0-9:]{0,6}") {
        for text in [text, near] {
            if let Ok(time) = Time::parse(&text, Zone::Berlin) {
                prop_assert_eq!(Time::parse(&time.to_string(), Zone::Fixed(0)), Ok(time));
            }
            let _ = (Moment::check(&text), check_day(&text), check_month(&text), Zone::parse(&text));
        }
    }
}
