/** Another process holds this run by now, because this one did not extend its lease in time. It may not commit. */
export class Ingehaald extends Error {
  constructor(taak: string) {
    super(`the run of "${taak}" was taken over`);
    this.name = 'Ingehaald';
  }
}

/** This process is stopping; the run stands ready for another one, at its last checkpoint. */
export class Gestaakt extends Error {
  constructor(taak: string) {
    super(`the run of "${taak}" was handed over`);
    this.name = 'Gestaakt';
  }
}
