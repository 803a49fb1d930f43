// The entries of the npm package, which the suite gets in every runtime.

/** Their names; the first is the package itself. */
export const ENTRIES = ["digistore24", "sandbox", "cassette", "ipn", "setup", "thankyou", "money", "vouchers", "licenses", "etickets", "urls"];

/** How an entry is imported. */
export const specifier = (name) => (name === "digistore24" ? name : `digistore24/${name}`);

/** The files of the package that a kind of runtime has to load: `node`, `web` or `workerd`. */
export const loaders = (kind) => ENTRIES.map((name) => (name === "digistore24" ? `${kind}.js` : `${name}-${kind}.js`));
