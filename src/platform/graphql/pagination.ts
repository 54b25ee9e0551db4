import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, type FieldMiddleware } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { encodeCursor } from './cursor.js';

/** The most rows one page can hold; the HTTP door refuses more before anything runs. */
export const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;

/** Arguments of every list. A list with a filter extends this class. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE, description: `Aantal rijen, 1 tot en met ${MAX_PAGE}.` })
  @IsInt({ message: 'Verwacht wordt een geheel getal.' })
  @Min(1, { message: 'Een pagina heeft ten minste 1 rij.' })
  @Max(MAX_PAGE, { message: `Een pagina heeft ten hoogste ${MAX_PAGE} rijen.` })
  first: number = DEFAULT_PAGE;

  @Field(() => String, { nullable: true, description: 'De cursor waarna de pagina begint.' })
  @IsOptional()
  @IsString({ message: 'Verwacht wordt een cursor.' })
  @MaxLength(600, { message: 'Deze cursor is te lang.' })
  after?: string | null;
}

/** Where a page lies in its list. */
export interface PagePosition {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

@ObjectType({ description: 'Waar deze pagina ligt in de lijst.' })
export class PageInfo implements PagePosition {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** What a list's resolver returns; `count` runs only when `totalCount` is asked for. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PagePosition;
  readonly count: () => Promise<number>;
}

/**
 * One page out of rows that were read with `limit first + 1`: the extra row only tells that there is a next page.
 * @param keyset the sort values of a row, as `decodeCursor` will read them back
 * @param count rows under the filter and the rights of the actor
 */
export function toPage<T>(
  rows: readonly T[],
  args: PageArgs,
  keyset: (row: T) => readonly (string | number | null)[],
  count: () => Promise<number>,
): Page<T> {
  const edges = rows.slice(0, args.first).map((node) => ({ cursor: encodeCursor(keyset(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: typeof args.after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  };
}

const countWhenAsked: FieldMiddleware<Page<unknown>> = ({ source }) => source.count();

interface ConnectionShape<T> {
  edges: Edge<T>[];
  pageInfo: PagePosition;
  totalCount: number;
}

/**
 * Base class of a Relay connection:
 * `@ObjectType() export class WachtlijstConnection extends Connection(Wachtlijstregel) {}`.
 * Its resolver returns a {@link Page} as `toPage` makes it; the edge type is called `<Node>Edge`.
 */
export function Connection<T>(node: Type<T>): Type<ConnectionShape<T>> {
  @ObjectType(`${node.name}Edge`)
  class EdgeType implements Edge<T> {
    @Field(() => String)
    cursor!: string;

    @Field(() => node)
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements ConnectionShape<T> {
    @Field(() => [EdgeType])
    edges!: EdgeType[];

    @Field(() => PageInfo)
    pageInfo!: PagePosition;

    @Field(() => Int, {
      middleware: [countWhenAsked],
      description: 'Aantal rijen onder dit filter dat u mag zien.',
    })
    totalCount!: number;
  }
  return ConnectionType as Type<ConnectionShape<T>>;
}
