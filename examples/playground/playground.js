// Every function of the service, described by the catalogue and answered by the service in memory, whose key is no secret.
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";

const sandbox = new Sandbox();
const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send, dangerouslyAllowBrowser: true });
const { functions, shapes, choices } = await (await fetch("../../catalogue.json")).json();
const [picker, about, form, answer] = ["function", "about", "arguments", "answer"].map((id) => document.getElementById(id));

/** An element with its properties and what is in it. */
function make(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

/** Text with what stands between backticks as code. */
const prose = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part));

/** The value a text stands for; what is no JSON stays text, and the client says what is wrong with it. */
const json = (text) => { try { return JSON.parse(text); } catch { return text; } };

/** The fields of a group: the nodes to show, and what reads them. Fields left empty are left out. */
function group(fields) {
  const parts = fields.map(one);
  const filled = () => parts.map(({ name, read }) => [name, read()]).filter(([, value]) => value !== undefined);
  return { nodes: parts.map(({ node }) => node), read: () => (filled().length ? Object.fromEntries(filled()) : undefined) };
}

function one({ name, kind, shape, choice, required, default: usual, doc }) {
  const title = [make("b", {}, required ? `${name} (required)` : name), make("small", {}, ...prose(doc))];
  const inner = kind === "object" && group(shapes[shape].fields);
  if (inner) return { name, node: make("details", { open: required }, make("summary", {}, ...title), ...inner.nodes), read: inner.read };
  const words = kind === "flag" ? ["Y", "N"] : choices[choice]?.values;
  const isData = ["list", "map", "any"].includes(kind);
  const input = words
    ? make("select", { name }, make("option"), ...words.map((word) => make("option", {}, word)))
    : make(isData ? "textarea" : "input", { name, placeholder: usual ?? (isData ? `${kind}, as JSON` : kind) });
  const parse = isData || kind === "integer" ? json : String;
  return { name, node: make("label", {}, ...title, input), read: () => (input.value ? parse(input.value) : undefined) };
}

picker.onchange = () => {
  const { name, doc, access, repeat, arguments: fields } = functions.find(({ name }) => name === picker.value);
  const { nodes, read } = group(fields);
  const facts = `Asks for a ${access} key. ${repeat === "safe" ? "May be repeated." : "Takes effect every time it is called."}`;
  about.replaceChildren(...[...doc.split("\n\n"), facts].map((text) => make("p", {}, ...prose(text))));
  form.replaceChildren(...nodes, make("button", {}, `Call ${name}`));
  form.onsubmit = async (event) => {
    event.preventDefault();
    const data = await (async () => ds.call(name, read()))().catch((error) => error);
    answer.dataset.outcome = data instanceof Error ? "error" : "answer";
    answer.firstChild.textContent = data instanceof Error ? `${data}` : JSON.stringify(data, null, 2);
    answer.scrollIntoView({ block: "nearest" });
  };
};
const areas = Map.groupBy(functions, ({ area }) => area);
picker.append(...[...areas].map(([label, own]) => make("optgroup", { label }, ...own.map(({ name }) => make("option", {}, name)))));
picker.value = location.hash.slice(1) || "getUserInfo";
picker.onchange();
