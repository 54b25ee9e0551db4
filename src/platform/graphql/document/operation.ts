import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { badDocument, badInput, EdgeError } from '../errors/edge-error.js';
import { neutralMessage } from '../errors/neutral-message.js';
import { isStorable } from '../storable-text.js';
import { asksIntrospection, asksSchemaOnly, brokenLimit, LIMITS } from './limits.js';
import { assertPageSizeLiterals, pageSizes } from './page-size.js';
import { RecentlyUsed } from './recently-used.js';
import { measure } from './shape.js';

/** The one operation of a request, ready for the driver. */
export interface Operation {
  /** This operation with its own fragments and nothing else. */
  readonly text: string;
  /** Names of its root fields, for the log. */
  readonly rootFields: readonly string[];
  /** It reaches no resolver: only `__typename` and introspection. */
  readonly schemaOnly: boolean;
  readonly introspection: boolean;
  /** Fields it asks, fragments written out: what it costs when it may not run. */
  readonly size: number;
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variableDefinitions: readonly VariableDefinitionNode[];
  /** Variables that are used as a page size. */
  readonly pageSizeVariables: ReadonlySet<string>;
  /** Why it may not run, whoever asks. */
  readonly problem: EdgeError | null;
}

const KEPT = 500;

/**
 * Picks the operation a request names out of its document, and judges its size once per text.
 *
 * The driver's compiler caches by text and ignores the operation's name: given a document with two operations it would
 * go on running the one it compiled first. So it only ever gets a document with one.
 */
export class Operations {
  private readonly known = new RecentlyUsed<string, Operation>(KEPT);

  /** @throws EdgeError when there is no such operation, or the text is no GraphQL */
  select(text: string, operationName: string | null): Operation {
    const key = operationName === null ? text : `${operationName}\n${text}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const operation = analyse(text, operationName);
    this.known.set(key, operation);
    return operation;
  }
}

function analyse(text: string, operationName: string | null): Operation {
  if (text.length > LIMITS.text) throw badDocument('De vraag is te lang.');
  try {
    return describe(text, operationName);
  } catch (error) {
    if (error instanceof GraphQLError) throw syntaxError(error);
    if (error instanceof RangeError) throw badDocument('De vraag is te diep genest.');
    throw error;
  }
}

function describe(text: string, operationName: string | null): Operation {
  const document = parse(text, { maxTokens: LIMITS.tokens });
  const named = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = pick(named, operationName);
  const reduced =
    named.length === 1 ? document : (separateOperations(document)[operation.name?.value ?? ''] ?? document);
  const fragments = fragmentsOf(reduced);
  const shape = measure(operation, fragments);
  const sizes = pageSizes(reduced);
  return {
    text: reduced === document ? text : print(reduced),
    rootFields: [...shape.levelNames],
    schemaOnly: asksSchemaOnly(shape),
    introspection: asksIntrospection(shape),
    size: Math.max(1, shape.fields),
    definition: operation,
    fragments,
    variableDefinitions: operation.variableDefinitions ?? [],
    pageSizeVariables: sizes.variables,
    problem: brokenLimit(operation.operation, shape) ?? badLiteral(reduced, sizes.literals),
  };
}

function pick(operations: readonly OperationDefinitionNode[], name: string | null): OperationDefinitionNode {
  if (operations.length > 1) {
    const names = operations.map((one) => one.name?.value);
    if (name === null)
      throw badDocument('Het document heeft meer dan één vraag: noem met operationName welke.');
    if (names.includes(undefined) || new Set(names).size < names.length) {
      throw badDocument('De vragen in een document hebben elk een eigen naam nodig.');
    }
  }
  const operation = name === null ? operations[0] : operations.find((one) => one.name?.value === name);
  if (operation === undefined) throw badDocument('Het document heeft geen vraag met deze operationName.');
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw badDocument('Wlz-regie kent geen abonnementen (subscription).');
  }
  return operation;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function badLiteral(
  document: DocumentNode,
  sizes: Parameters<typeof assertPageSizeLiterals>[0],
): EdgeError | null {
  try {
    assertPageSizeLiterals(sizes);
    visit(document, {
      StringValue({ value }) {
        if (!isStorable(value)) throw badInput('Een tekst bevat een teken dat niet kan worden bewaard.');
      },
    });
    return null;
  } catch (error) {
    if (error instanceof EdgeError) return error;
    throw error;
  }
}

function syntaxError({ message, locations }: GraphQLError): EdgeError {
  return badDocument(neutralMessage(message), { locations: locations ?? [], isGraphqlAnswer: true });
}
