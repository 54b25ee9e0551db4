import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whether the process lives, and whether it can do its work. Open to everybody: no data pass here. */
@Controller()
export class HealthController {
  private stopping = false;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Get('gezond')
  alive(): { readonly status: 'gezond' } {
    return { status: 'gezond' };
  }

  @Get('gereed')
  async ready(): Promise<{ readonly status: 'gereed' }> {
    if (this.stopping) throw new ServiceUnavailableException({ status: 'stopt' });
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'geen database' });
    }
    return { status: 'gereed' };
  }

  /** From now on not ready, while requests that still come are answered. */
  giveNotice(): void {
    this.stopping = true;
  }

  /** Whoever closes the server gives notice, if not before. */
  beforeApplicationShutdown(): void {
    this.giveNotice();
  }
}
