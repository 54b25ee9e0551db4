import type { Persoon } from './mensen.js';

/** No script, and nothing from elsewhere. The form leads on to the client, so its target cannot be held to ourselves. */
export const PAGINA_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

/** The page on which one says who one is: nobody real is among them, so there is no password. */
export function aanmeldpagina(personen: readonly Persoon[]): string {
  const keuzes = personen.map(
    ({ sub, naam }, i) =>
      `<p><label><input type="radio" name="sub" value="${escape(sub)}"${i === 0 ? ' checked' : ''} required /> ${escape(naam)}</label></p>`,
  );
  return pagina(`<p>Deze mensen zijn verzonnen; een wachtwoord is er niet.</p>
    <form method="post">
      ${keuzes.join('\n      ')}
      <p><label><input type="checkbox" name="tweedeFactor" checked /> met een tweede factor</label></p>
      <button>Aanmelden</button>
    </form>`);
}

/** Shows a token as GraphiQL takes it. */
export function tokenpagina(token: string): string {
  const headers = JSON.stringify({ authorization: `Bearer ${token}` });
  return pagina(`<p>Gelukt. Plak dit in GraphiQL onder Headers; het geldt een kwartier.</p>
    <textarea rows="12" cols="60" readonly>${escape(headers)}</textarea>
    <p><a href="/">Opnieuw, als iemand anders</a></p>`);
}

function pagina(inhoud: string): string {
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Aanmelden · ontwikkelomgeving</title>
    <style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 32rem }</style>
  </head>
  <body>
    <h1>Aanmelden</h1>
    ${inhoud}
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
