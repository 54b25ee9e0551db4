const THREE_WORDS = /\S+\s+\S+\s+\S/;

/**
 * Leaves texts of three words or more as they are. They are sentences for people, whose wording no unit test should
 * repeat, or SQL, which is judged where it runs: on PostgreSQL, in the integration tests.
 */
const prose = {
  shouldIgnore({ node }) {
    return THREE_WORDS.test(textOf(node)) ? 'a sentence, or SQL' : undefined;
  },
};

function textOf(node) {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'TemplateLiteral') return '';
  return node.quasis.map(({ value }) => value.raw).join('x');
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: prose }];
