// Reads [{ "name", "html" }, …] on standard input and writes what html-validate finds wrong in them:
// [{ "page", "rule", "message", "line", "column" }, …]. One node process checks any number of pages.
const { HtmlValidate } = require("html-validate");

const checker = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Layout of the source and of telephone numbers is no fault of a page.
    "no-trailing-whitespace": "off",
    "tel-non-breaking": "off",
    "long-title": "off",
    // What we serve ourselves is named for its contents; only what others serve must be checked against a digest.
    "require-sri": ["error", { target: "crossorigin" }],
    // A list may lose its role when its bullets are styled away, so naming the role is allowed.
    "no-redundant-role": "off",
    // Boxes that can be ticked together share a name, as radio buttons do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // A summary of what must be put right stands before the page's own heading.
    "heading-level": ["error", { minInitialRank: "h2" }],
  },
});

const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
const faults = [];
for (const { name, html } of pages) {
  for (const { messages } of checker.validateStringSync(html, name).results) {
    for (const { ruleId, message, line, column } of messages) {
      faults.push({ page: name, rule: ruleId, message, line, column });
    }
  }
}
process.stdout.write(JSON.stringify(faults));
