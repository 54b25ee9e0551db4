import { Codelijsten1795000000001 } from './1795000000001-codelijsten.js';
import { Register1795000000002 } from './1795000000002-register.js';
import { Wachtlijst1795000000003 } from './1795000000003-wachtlijst.js';
import { Contactbewaking1795000000004 } from './1795000000004-contactbewaking.js';
import { LogboekEnTaken1795000000005 } from './1795000000005-logboek-en-taken.js';
import { HistorieEnBewaking1795000000006 } from './1795000000006-historie-en-bewaking.js';
import { Toegang1795000000007 } from './1795000000007-toegang.js';
import { Leespaden1795000000008 } from './1795000000008-leespaden.js';
import { VolgordeEnNormen1795000000009 } from './1795000000009-volgorde-en-normen.js';
import { Tijdreis1795000000010 } from './1795000000010-tijdreis.js';
import { Plaatsen1795000000011 } from './1795000000011-plaatsen.js';
import { KalenderEnTermijnen1795000000012 } from './1795000000012-kalender-en-termijnen.js';
import { Overbrugging1795000000013 } from './1795000000013-overbrugging.js';
import { Taken1795000000015 } from './1795000000015-taken.js';
import { Verplichtingenboek1795000000016 } from './1795000000016-verplichtingenboek.js';
import { Contactsignalen1795000000017 } from './1795000000017-contactsignalen.js';
import { Berichten1795000000018 } from './1795000000018-berichten.js';
import { Bewaartermijnen1795000000019 } from './1795000000019-bewaartermijnen.js';
import { DrieMuren1795000000030 } from './1795000000030-drie-muren.js';
import { Nen75131795000000031 } from './1795000000031-nen7513.js';
import { Aanmelden1795000000032 } from './1795000000032-aanmelden.js';
import { Vraagbudget1795000000033 } from './1795000000033-vraagbudget.js';
import { Gebeurtenissen1795000000034 } from './1795000000034-gebeurtenissen.js';
import { Instellingen1795000000036 } from './1795000000036-instellingen.js';
import { OverlijdenTeruggenomen1795000000037 } from './1795000000037-overlijden-teruggenomen.js';

/** All migrations in order, named one by one: a file that is not listed here does not run. */
export const migrations = [
  Codelijsten1795000000001,
  Register1795000000002,
  Wachtlijst1795000000003,
  Contactbewaking1795000000004,
  LogboekEnTaken1795000000005,
  HistorieEnBewaking1795000000006,
  Toegang1795000000007,
  Leespaden1795000000008,
  VolgordeEnNormen1795000000009,
  Tijdreis1795000000010,
  Plaatsen1795000000011,
  KalenderEnTermijnen1795000000012,
  Overbrugging1795000000013,
  Taken1795000000015,
  Verplichtingenboek1795000000016,
  Contactsignalen1795000000017,
  Berichten1795000000018,
  Bewaartermijnen1795000000019,
  DrieMuren1795000000030,
  Nen75131795000000031,
  Aanmelden1795000000032,
  Vraagbudget1795000000033,
  Gebeurtenissen1795000000034,
  Instellingen1795000000036,
  OverlijdenTeruggenomen1795000000037,
];
