import {
  BemiddelingEntity,
  BemiddelingspecificatieEntity,
  RegiehouderEntity,
} from './modules/bemiddeling/index.js';
import { ClientEntity, ContactgegevensEntity, ContactpersoonEntity } from './modules/client/index.js';
import {
  CodelijstWaarde,
  Contactnorm,
  TermijnnormEntity,
  WachtstatusClassificatie,
  ZorgprofielEntity,
} from './modules/codelijst/index.js';
import {
  ContactmomentEntity,
  ContactsignaalEntity,
  ContactverplichtingEntity,
  SignaaltermijnEntity,
} from './modules/contactbewaking/index.js';
import {
  GeindiceerdZorgzwaartepakketEntity,
  GrondslagEntity,
  IndicatieEntity,
  WzdEntity,
} from './modules/indicatie/index.js';
import { VerzoekEntity } from './modules/overbrugging/index.js';
import {
  AanbodEntity,
  GesprekstaakEntity,
  PlaatsgroepEntity,
  PlaatsnormEntity,
  WeigeringsredenEntity,
} from './modules/plaats/index.js';
import {
  AfstelEntity,
  LeveringEntity,
  LeveringperiodeEntity,
  UitstelperiodeEntity,
  VolgordebeleidEntity,
  WachtlijstplaatsEntity,
  WachtnormEntity,
} from './modules/wachtlijst/index.js';
import { ToegangsrechtEntity, ToegangsrechtZorgkantoorEntity } from './modules/toegang/index.js';
import { LocatieEntity, ZorgaanbiederEntity } from './modules/zorgaanbieder/index.js';

/** Every table that an entity describes, for the TypeORM command line and the test of migrations against entities. */
export const entities = [
  CodelijstWaarde,
  WachtstatusClassificatie,
  ZorgprofielEntity,
  Contactnorm,
  TermijnnormEntity,
  ZorgaanbiederEntity,
  LocatieEntity,
  ClientEntity,
  ContactpersoonEntity,
  ContactgegevensEntity,
  IndicatieEntity,
  GrondslagEntity,
  GeindiceerdZorgzwaartepakketEntity,
  WzdEntity,
  BemiddelingEntity,
  BemiddelingspecificatieEntity,
  RegiehouderEntity,
  LeveringEntity,
  UitstelperiodeEntity,
  LeveringperiodeEntity,
  AfstelEntity,
  WachtlijstplaatsEntity,
  VolgordebeleidEntity,
  WachtnormEntity,
  PlaatsgroepEntity,
  AanbodEntity,
  GesprekstaakEntity,
  PlaatsnormEntity,
  WeigeringsredenEntity,
  VerzoekEntity,
  ContactmomentEntity,
  ContactsignaalEntity,
  ContactverplichtingEntity,
  SignaaltermijnEntity,
  ToegangsrechtEntity,
  ToegangsrechtZorgkantoorEntity,
];
