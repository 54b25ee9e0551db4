import type { Actor, RequestContext } from '../../context/index.js';

/** What a request brings to say who is asking. */
export interface Credentials {
  /** Value of the `Authorization` header. */
  readonly authorization: string | undefined;
  /** Value of the `x-wlz-rol` header: which of the token's roles to act under. */
  readonly rol: string | undefined;
  /** Where the request came from, for the log. */
  readonly herkomst?: Pick<RequestContext, 'toegangspunt' | 'traceId'>;
}

/** Port: finds out who is asking. `modules/toegang` implements it. */
export abstract class Authenticator {
  /** @throws EdgeError 401 when it is not known who is asking, 403 when that person may do nothing here */
  abstract authenticate(credentials: Credentials): Promise<Actor>;
}
