import type { LoginService } from './development-users.js';

/** No host but this one: nothing is fetched from, or told to, anybody else; but for a token, where one logs in. */
export function contentSecurityPolicy(login: LoginService | null): string {
  const tokens = login === null ? '' : ` ${new URL(login.tokenEndpoint).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${tokens}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page around GraphiQL. `data` goes along as JSON, in which no `<` can end the script element. */
export function renderPage(data: object): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Wlz-regie · GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/graphiql.min.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
  </head>
  <body>
    <header>
      <strong>Wlz-regie</strong>
      <label>Ik ben <select id="gebruiker"></select></label>
      <button id="inloggen" type="button" hidden>Inloggen</button>
      <span id="uitleg">Verzonnen gegevens. Kies wie u bent, kies een vraag en druk op ▶.</span>
      <button id="opnieuw" type="button">Voorbeelden terugzetten</button>
    </header>
    <main id="graphiql">Laden…</main>
    <script id="gegevens" type="application/json">${json}</script>
    <script src="/graphiql/react.production.min.js"></script>
    <script src="/graphiql/react-dom.production.min.js"></script>
    <script src="/graphiql/graphiql.min.js"></script>
    <script type="module" src="/graphiql/page.js"></script>
  </body>
</html>
`;
}
