// Runs the shared suite in the runtime that runs this file, and prints the result as its last line.
import * as digistore24 from "digistore24";
import * as ipn from "digistore24/ipn";
import * as money from "digistore24/money";
import * as sandbox from "digistore24/sandbox";
import * as thankyou from "digistore24/thankyou";
import { suite } from "../shared/suite.mjs";
import { io } from "./io.mjs";

const [runtime, base] = process.argv.slice(2);
const names = ["digistore24", "digistore24/sandbox", "digistore24/ipn", "digistore24/thankyou", "digistore24/money"];
const loaded = names.map((name) => import.meta.resolve(name).split("/").at(-1));
console.log(JSON.stringify({ loaded, ...(await suite([digistore24, sandbox, ipn, thankyou, money], io(runtime, base))) }));
