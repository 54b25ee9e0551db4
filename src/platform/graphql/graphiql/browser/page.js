/**
 * Starts GraphiQL with the ready-made operations and lets a developer choose who is asking. A plain script: it runs in
 * the browser, where the bundles before it left React, ReactDOM and GraphiQL on the window.
 */
const { React, ReactDOM, GraphiQL } = window;
const { users, operations } = JSON.parse(document.getElementById('gegevens').textContent);
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

// GraphiQL takes the text of the first tab at a first visit, but not its variables.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: ask,
    defaultTabs: operations,
    variables: isFirstVisit ? operations[0].variables : undefined,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }),
);
