export {
  DevelopmentUsers,
  type DevelopmentUser,
  type Examples,
  type LoginService,
} from './development-users.js';
export { Graphiql } from './graphiql.js';
