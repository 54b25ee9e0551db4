import pg from 'pg';

/**
 * A connection that can fall at any moment, also between two hands: the pool and TypeORM each listen for its end only while
 * they hold it, and an end that nobody listens for would end the program. Who was using it learns of it from its query.
 */
export class SteadyClient extends pg.Client {
  constructor(settings?: string | pg.ClientConfig) {
    super(settings);
    this.on('error', () => undefined);
  }
}
