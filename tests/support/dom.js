// Opens pages in a document object model that runs scripts (jsdom). Reads a list of {type, text} as JSON from standard
// input and writes as many {ran, parts}: what ran or was asked for, and each kind of element with each of its attributes.
"use strict";
const { JSDOM, ResourceLoader, VirtualConsole } = require("jsdom");

class Watcher extends ResourceLoader {
    constructor(ran) {
        super();
        this.ran = ran;
    }
    fetch(url) {
        this.ran.push(`asks for ${url}`);
        return Promise.resolve(Buffer.from(""));
    }
}

async function opened({ type, text }) {
    const ran = [];
    const parts = new Set();
    const { window } = new JSDOM(text, {
        contentType: type,
        url: "https://diagram.example/",
        runScripts: "dangerously",
        resources: new Watcher(ran),
        pretendToBeVisual: true,
        virtualConsole: new VirtualConsole(),
        beforeParse(page) {
            for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch", "eval"])
                page[name] = () => ran.push(`calls ${name}`);
        },
    });
    await new Promise((resolve) => window.addEventListener("load", resolve));
    for (const element of window.document.querySelectorAll("*")) {
        parts.add(element.localName);
        for (const { name, value } of element.attributes) {
            parts.add(`${element.localName} ${name}`);
            if (/^on/i.test(name)) // as if what it waits for came
                element.dispatchEvent(new window.Event(name.slice(2).toLowerCase()));
            if (/^(href|xlink:href|src|action|formaction)$/i.test(name) && /^\s*javascript:/i.test(value))
                ran.push(`leads to ${value}`);
        }
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    window.close();
    return { ran, parts: [...parts] };
}

(async () => {
    const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
    const results = [];
    for (const page of pages) results.push(await opened(page));
    process.stdout.write(JSON.stringify(results));
})();
