import { Inject, Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { TOEGANG_METADATA } from './toegang.decorator.js';

/** Where @nestjs/graphql notes that a method is a `@Query` or `@Mutation`. */
const ROOT_FIELD_METADATA = 'graphql:resolver_type';
const ROOT_TYPES: ReadonlySet<unknown> = new Set(['Query', 'Mutation', 'Subscription']);

/** Keeps the program from starting when an operation does not say who may use it. */
@Injectable()
export class DeclaredAccess implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open = this.discovery
      .getProviders()
      .filter(({ isNotMetatype }) => !isNotMetatype)
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.undeclared(metatype as Type) : []));
    if (open.length > 0) {
      throw new Error(`Zonder @Toegang start Wlz-regie niet. Zeg wie dit mag: ${open.sort().join(', ')}`);
    }
  }

  private undeclared({ name, prototype }: Type): string[] {
    const methods = this.scanner.getAllMethodNames(prototype as object | null);
    return methods
      .filter((method) => isOpen(prototype as Record<string, object>, method))
      .map((method) => `${name}.${method}`);
  }
}

function isOpen(prototype: Readonly<Record<string, object>>, method: string): boolean {
  const handler = prototype[method];
  if (handler === undefined || !ROOT_TYPES.has(Reflect.getMetadata(ROOT_FIELD_METADATA, handler)))
    return false;
  return Reflect.getMetadata(TOEGANG_METADATA, handler) === undefined;
}
