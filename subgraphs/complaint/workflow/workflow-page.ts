/** The documentation page of the workflow, in Arabic and English, made of the table of transitions. Pure. */
import { type CaseState, caseTypes } from '@bekhedmetkom/schema/events/vocabulary';
import { outcomesOf } from '../case/case.ts';
import { actionWords, outcomeWords, stateWords, typeWords } from '../case/case-words.ts';
import { isOpen, type Transition, transitions } from '../case/transitions.ts';
import { capacityWords, effectWords, guardWords, pageWords } from './workflow-words.ts';

type Language = 'ar' | 'en';

/** The page as Markdown: for each language a diagram (Mermaid), the table and the variants by type. */
export function workflowPage(): string {
  return `${(['en', 'ar'] as const).map(section).join('\n')}`;
}

function section(lang: Language): string {
  const direction = lang === 'ar' ? ['<div dir="rtl">\n\n', '\n</div>\n'] : ['', ''];
  return `${direction[0]}# ${pageWords.title[lang]}

${pageWords.intro[lang]} ${pageWords.terms[lang]}

\`\`\`mermaid
${diagram(lang)}
\`\`\`

${table(lang)}

## ${pageWords.variants[lang]}

${caseTypes.map((type) => variant(type, lang)).join('\n')}
${direction[1]}`;
}

function diagram(lang: Language): string {
  const states = [...new Set(transitions.flatMap(statesOf))];
  const named = (state: CaseState): string => `state "${stateWords[state][lang]}" as ${state}`;
  const inside = states.filter(isOpen).map((state) => `    ${named(state)}`);
  const outside = states.filter((state) => !isOpen(state)).map((state) => `  ${named(state)}`);
  return [
    'stateDiagram-v2',
    `  state "${pageWords.open[lang]}" as OPEN {`,
    ...inside,
    '  }',
    ...outside,
    ...transitions.flatMap((transition) => arrows(transition, lang)).map((arrow) => `  ${arrow}`),
  ].join('\n');
}

function statesOf({ from, to }: Transition): CaseState[] {
  return to === 'SAME' || to === 'BACK' || to === 'PARENTS' ? [...from] : [...from, to];
}

// What may be done in every open state is one arrow out of all of them.
function arrows({ action, from, to }: Transition, lang: Language): string[] {
  const label = actionWords[action][lang];
  if (to === 'SAME') return [];
  if (to === 'PARENTS') return [`${from[0]} --> OPEN: ${label}`];
  if (to === 'BACK') return ['ASSIGNED', 'IN_PROGRESS'].map((back) => `${from[0]} --> ${back}: ${label}`);
  if (from.length === 0) return [`[*] --> ${to}: ${label}`];
  if (from.length > 3 && from.every(isOpen)) return [`OPEN --> ${to}: ${label}`];
  return from.map((state) => `${state} --> ${to}: ${label}`);
}

function table(lang: Language): string {
  const columns = pageWords.columns[lang];
  const rows = transitions.map((transition) => cells(transition, lang).join(' | '));
  return [columns.join(' | '), columns.map(() => '---').join(' | '), ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}

function cells({ action, from, to, who, guards, clock }: Transition, lang: Language): string[] {
  const states = from.map((state) => stateWords[state][lang]).join(lang === 'ar' ? '، ' : ', ') || '–';
  const target =
    to === 'SAME'
      ? pageWords.staying[lang]
      : to === 'PARENTS'
        ? pageWords.parents[lang]
        : to === 'BACK'
          ? pageWords.back[lang]
          : stateWords[to][lang];
  const list = (words: string[]): string => words.join(lang === 'ar' ? '؛ ' : '; ');
  return [
    `${actionWords[action][lang]} \`${action}\``,
    `${states} ${lang === 'ar' ? '←' : '→'} ${target}`,
    list(who.map((capacity) => capacityWords[capacity][lang])),
    list(guards.map((guard) => guardWords[guard][lang])),
    effectWords[clock][lang],
  ];
}

function variant(type: (typeof caseTypes)[number], lang: Language): string {
  const ends = outcomesOf(type).map((outcome) => outcomeWords[outcome][lang]);
  const unreviewed = type === 'COMPLIMENT' ? `; ${pageWords.published[lang]}` : '';
  return `- **${typeWords[type][lang]}**: ${pageWords.outcomes[lang]} ${ends.join(lang === 'ar' ? '، ' : ', ')}${unreviewed}`;
}
