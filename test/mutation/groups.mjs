/** What is mutated, which unit specs must notice, and the least share (%) of the mutants that they must notice. */

const CRITICAL = 85;
const ELSEWHERE = 70;

/** Compares the state diagrams in docs/ with what the transition tables say. */
const DRAWN = '/test/architecture/toestanden\\.test\\.ts$';

/** A module's decisions, judged by the specs of that module alone. */
function domain(name, floor = ELSEWHERE) {
  const module = `src/modules/${name}`;
  return {
    name,
    floor,
    mutate: [`${module}/domain/**/*.ts`],
    specs: `/${module}/domain/.*\\.spec\\.ts$|${DRAWN}`,
  };
}

function files(name, floor, folder, ...names) {
  return {
    name,
    floor,
    mutate: names.map((file) => `${folder}/${file}.ts`),
    specs: `/${folder}/(${names.join('|')})\\.spec\\.ts$`,
  };
}

export const groups = [
  {
    // Who may do what, in every module; and who somebody is.
    name: 'toegang',
    floor: CRITICAL,
    mutate: [
      'src/modules/**/*.policy.ts',
      'src/modules/toegang/{visibility,declared-access,toegang.guard}.ts',
      'src/modules/toegang/tokens/{claims,second-factor,issuer-keys}.ts',
    ],
    specs: '/src/modules/(toegang/.*|.*\\.policy)\\.spec\\.ts$',
  },
  files('logboek', CRITICAL, 'src/modules/logboek', 'keten/zegel', 'inzage/periode'),
  domain('wachtlijst', CRITICAL),
  {
    name: 'clock',
    floor: CRITICAL,
    mutate: ['src/platform/clock/*.ts'],
    specs: '/src/platform/clock/.*\\.spec\\.ts$',
  },
  {
    name: 'kalender',
    floor: CRITICAL,
    // A year is worked out once, so a single test cannot tell which lines it rests on.
    coverage: 'all',
    mutate: ['src/platform/kalender/{vrije-dagen,werkdagen}.ts'],
    specs: '/src/platform/kalender/.*\\.spec\\.ts$',
  },
  files('bsn', CRITICAL, 'src/modules/client/domain', 'bsn'),
  domain('client'),
  domain('indicatie'),
  domain('zorgaanbieder'),
  domain('bemiddeling'),
  domain('contactbewaking'),
  domain('plaats'),
  domain('overbrugging'),
  domain('termijn'),
  {
    ...domain('rapportage'),
    // Not the names of the elements of AW317: a spec could only list them again. Exports are held against them.
    mutate: ['src/modules/rapportage/domain/*.ts', '!src/modules/rapportage/domain/aw317.structuur.ts'],
  },
  domain('codelijst'),
  // The rest of the generator is judged by what comes out of it: seconds per mutant.
  files(
    'demodata',
    ELSEWHERE,
    'src/modules/demodata/domain',
    'bsn',
    'random',
    'kalender',
    'wachtverloop',
    'contacten',
  ),
  files('collections', ELSEWHERE, 'src/platform/collections', 'grouped'),
];
