const MAX_LENGTH = 300;

/** From here on a message of graphql-js repeats what the client sent, or lists names the client did not ask for. */
const TAIL =
  / Did you mean .*|, found .*|;? ?got invalid value .*|(?<=cannot represent .*value)s?: .*|(?<=Unexpected character): .*/su;
const ENUM_VALUE = /^Value "[^"]*" does not exist in/su;
/** What may stand in quotes: names and types of the schema or the document. */
const NAME = /^[$@]?[_A-Za-z][\w.]*$|^[[\]!\w]+$/u;
const LONG_NUMBER = /\d{6,}/gu;

/**
 * What graphql-js says about a document or variable, without values: a literal or a variable can be a BSN. Suggestions
 * go too, they would tell the names of a schema that is not shown.
 */
export function neutralMessage(message: string): string {
  return message
    .replace(ENUM_VALUE, 'The value does not exist in')
    .replace(TAIL, '.')
    .replace(/"([^"]*)"/gsu, (quoted, inner: string) => (NAME.test(inner) ? quoted : '"…"'))
    .replace(LONG_NUMBER, '…')
    .replace(/\.{2,}$/u, '.')
    .slice(0, MAX_LENGTH);
}
