/**
 * Starts GraphiQL with the ready-made operations and lets a developer choose who is asking, or log in. It runs in the
 * browser, where the bundles before it left React, ReactDOM and GraphiQL on the window.
 */
import { beginLogin, endLogin, isBack, subjectOf } from './login.js';

const { React, ReactDOM, GraphiQL } = window;
const { users, operations, login } = JSON.parse(document.getElementById('gegevens').textContent);
const CHOICE = 'wlz-regie:gebruiker';
const PUT_BACK = 'wlz-regie:terugzetten';

const chooser = document.getElementById('gebruiker');
for (const { naam } of users) chooser.append(new window.Option(naam, naam));
chooser.append(new window.Option('niemand (zonder token)', ''));
const remembered = localStorage.getItem(CHOICE);
if (remembered !== null && [...chooser.options].some(({ value }) => value === remembered)) {
  chooser.value = remembered;
}
chooser.addEventListener('change', () => localStorage.setItem(CHOICE, chooser.value));

/** Makes somebody who can be asked as, and chooses them. The token is gone with the page. */
function enter(token) {
  const naam = `ingelogd: ${subjectOf(token)}`;
  users.push({ naam, token });
  chooser.prepend(new window.Option(naam, naam));
  chooser.value = naam;
}

if (login !== null) {
  const button = document.getElementById('inloggen');
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { origin } = window.location;
    window.location.assign(await beginLogin(login, { origin, storage: sessionStorage }));
  });
  const address = window.location.href;
  if (isBack(address)) {
    // Out of the bar and the history: a code is nobody else's business.
    window.history.replaceState(null, '', window.location.pathname);
    try {
      enter(await endLogin(login, { address, storage: sessionStorage }));
    } catch (error) {
      document.getElementById('uitleg').textContent = error.message;
    }
  }
}

// GraphiQL keeps its tabs from visit to visit, also when the register below them is a new one or the day went by. They
// are removed before it starts, for a running one writes them again.
document.getElementById('opnieuw').addEventListener('click', () => {
  localStorage.setItem(PUT_BACK, 'ja');
  window.location.reload();
});
if (localStorage.getItem(PUT_BACK) !== null) {
  for (const key of Object.keys(localStorage)) if (key.startsWith('graphiql:')) localStorage.removeItem(key);
  localStorage.removeItem(PUT_BACK);
}

/** Asks the server as the chosen user; a header given in GraphiQL itself goes before ours. */
async function ask(question, { headers = {} } = {}) {
  const user = users.find(({ naam }) => naam === chooser.value);
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(user === undefined ? {} : { authorization: `Bearer ${user.token}` }),
      ...headers,
    },
    body: JSON.stringify(question),
  });
  return response.json();
}

// GraphiQL takes the text of the first tab at a first visit, but not its variables; and afterwards it opens one tab more
// unless it is told what was in the tab in which one left, as everybody does who goes to log in.
const kept = JSON.parse(localStorage.getItem('graphiql:tabState') ?? 'null');
const left = kept?.tabs?.[kept.activeTabIndex] ?? { variables: operations[0].variables };

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: ask,
    defaultTabs: operations,
    query: left.query ?? undefined,
    variables: left.variables ?? undefined,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }),
);
