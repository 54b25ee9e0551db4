export { ContactbewakingModule } from './contactbewaking.module.js';
export {
  ContactmomentService,
  type CorrectContactmoment,
  type RecordContactmoment,
} from './contactmoment.service.js';
export { findContactmomenten, type ContactmomentRow } from './contactmoment.queries.js';
export {
  CONTACTVERPLICHTING_KOLOMMEN,
  exportContactverplichtingen,
  type ContactverplichtingExportrij,
} from './contactverplichtingen.export.js';
export { Contactbewaking } from './contactbewaking.task.js';
export { ContactmomentEntity } from './entities/contactmoment.entity.js';
export { ContactverplichtingEntity } from './entities/contactverplichting.entity.js';
export { Verplichtingenboek } from './verplichtingenboek.js';
export { ContactsignaalEntity } from './entities/contactsignaal.entity.js';
export { SignaaltermijnEntity } from './entities/signaaltermijn.entity.js';
export { ContactmomentenIntake } from './intake/contactmomenten.intake.js';
export { writeContactmomenten } from './intake/contactmomenten.file.js';
export { ContactnormService } from './contactnorm.service.js';
export { SignaalService } from './signaal.service.js';
export { assertMaySeePrestatie } from './contactbewaking.policy.js';
export {
  findContactprestatie,
  findPrestatiemaanden,
  type Contactprestatie,
  type Prestatiemaand,
} from './contactprestatie.queries.js';
