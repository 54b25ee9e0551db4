export { DevelopmentUsers, type DevelopmentUser, type Examples } from './development-users.js';
export { Graphiql } from './graphiql.js';
