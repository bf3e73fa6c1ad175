import { outboundCalls } from "../../scripts/deployment/outbound";

const inFile = (file: string, text: string) => outboundCalls(new Map([[file, Buffer.from(text)]])).length;

describe("a planted way out of the bundle is found", () => {
  test.each([
    ['fetch("https://example.se/",{method:"POST",body:t})'],
    ["fetch(`funktioner.${e}.json?v=0.1.0`,{method:'POST',body:t})"],
    ["fetch(`funktioner.${e}.json?v=${t}`)"],
    ["fetch(u)"],
    ["const f=fetch;f(u)"],
    ['window["fe"+"tch"];globalThis["fetch"](u)'],
    ["const {fetch:g}=window"],
    ["new XMLHttpRequest"],
    ["new window.WebSocket(u)"],
    ["new EventSource(u)"],
    ["navigator.sendBeacon(u,t)"],
    ["new Image"],
    ["(new Image).src=u+t"],
    ["e.src=u+t"],
    ['e["src"]=u'],
    ['e.setAttribute("src",u+t)'],
    ['e.setAttributeNS(null,"href",u)'],
    ['(0,r.jsx)("img",{src:u})'],
    ['(0,r.jsx)("form",{action:u,children:t})'],
    ['document.createElement("form").submit()'],
    ['document.createElement("script")'],
    ['document.createElement("iframe")'],
    ['e.innerHTML="<img src=x>"'],
    ["location.href=u+t"],
    ["location=u+t"],
    ["window.location.assign(u)"],
    ["window.open(u)"],
    ["import(u)"],
    ['import("https://example.se/x.js")'],
    ["importScripts(u)"],
    ["eval(t)"],
    ['new Function("return 1")()'],
    ["new Worker(u)"],
    ["navigator.serviceWorker.register(u)"],
    ["Office.context.ui.openBrowserWindow(u)"],
    ["Office.context.ui.displayDialogAsync(u)"],
    ["OfficeRuntime.auth.getAccessToken()"],
    ['r.formulas=[["=WEBSERVICE(A1)"]]'],
    ['const u="https://example.se/"'],
    ["const u=`wss://${h}/`"],
    ['const u="//example.se/x"'],
  ])("%s", (code) => expect(inFile("x.js", code)).toBeGreaterThan(0));

  test.each([
    ["<script>alert(1)</script>"],
    ['<script src="https://example.se/x.js"></script>'],
    ['<img src="//example.se/x.png">'],
    ['<form action="/x"></form>'],
    ["<p onclick=go()>"],
    ['<meta http-equiv="refresh" content="0;url=https://example.se/">'],
    ['<a href="javascript:go()">x</a>'],
  ])("%s", (html) => expect(inFile("x.html", html)).toBeGreaterThan(0));

  test.each([['@import "x.css";'], ["p{background:url(https://example.se/x.png)}"]])("%s", (css) =>
    expect(inFile("x.css", css)).toBeGreaterThan(0),
  );
});

test("the add-in's own help and Office.js from Microsoft are known", () => {
  expect(inFile("x.js", "const n=await fetch(`funktioner.${e}.json?v=0.1.0`)".replace("await ", ""))).toBe(0);
  expect(
    inFile(
      "taskpane.html",
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script defer src="x.js"></script>',
    ),
  ).toBe(0);
});
