export { DigistoreError } from "./digistore24.js";
