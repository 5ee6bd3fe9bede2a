import type { Command } from 'commander';
import { chosenRules } from '../../domain/certification/chosen-rules';
import type { RuleDescription } from '../../domain/certification/rule';
import { describedAreas, describedRules, rulePage } from '../../domain/certification/rule-index';
import type { Language } from '../../domain/text/language';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { table } from '../output/table';

const facts = {
  name: 'rules',
  does: 'List every rule that offers, images and packages are held to; of one, why it is there and what to do.',
  examples: [
    ['offer rules', 'all of them, by what they are about'],
    ['offer rules listing.title.emoji', 'why it is there, what it says, what to do'],
    ['offer rules --json', 'one object: the rules in a list'],
  ],
} as const;

export function rulesCommand(does: Does): Command {
  return newCommand(facts).argument('[rule]', 'id or alias of a rule').action(does(tellRules));
}

async function tellRules(asked: Asked): Promise<number> {
  const name = asked.words.join(' ');
  if (name === '') {
    asked.answer({ rules: listed() }, `${overview(asked).join('\n')}\n`);
    return exitCodes.ok;
  }
  const { rules, unknown } = chosenRules(describedRules, [name]);
  if (unknown.length > 0) throw new CliFailure(exitCodes.usage, `There is no rule ${name}. See: offer rules`);
  const described = rules.map((rule) => ({ ...summaryOf(rule), ...wholeOf(rule, asked.language) }));
  asked.answer({ rules: described }, rules.map((rule) => inWords(rule, asked)).join('\n'));
  return exitCodes.ok;
}

type RuleSummary = {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly policy: string;
  readonly severity: string;
  readonly title: string;
  /** Path of the rule's page in the project. */
  readonly docs: string;
};

function summaryOf({ id, aliases = [], policy, severity, title }: RuleDescription): RuleSummary {
  return { id, aliases, policy, severity, title, docs: rulePage(id) };
}

const listed = (): readonly object[] =>
  Object.entries(describedAreas).flatMap(([area, rules]) =>
    rules.map((rule) => ({ ...summaryOf(rule), area })),
  );

function overview({ paint }: Asked): readonly string[] {
  return Object.entries(describedAreas).flatMap(([area, rules]) => [
    paint('bold', `${area} (${rules.length})`),
    ...table(rules.map(({ id, severity, policy, title }) => [`  ${id}`, severity, policy, title])),
    '',
  ]);
}

type Whole = {
  readonly rationale: string;
  readonly limits?: string;
  readonly message: string;
  readonly fix: string;
};

const wholeOf = ({ rationale, limits, message, fix }: RuleDescription, language: Language): Whole => ({
  rationale,
  ...(limits === undefined ? {} : { limits: limits[language] }),
  message: message[language],
  fix: fix[language],
});

function inWords(rule: RuleDescription, { language, paint }: Asked): string {
  const { id, aliases, policy, severity, title, docs } = summaryOf(rule);
  const { rationale, limits, message, fix } = wholeOf(rule, language);
  const rows = [
    ['Severity', severity],
    ['Policy', policy],
    ...(aliases.length === 0 ? [] : [['Also called', aliases.join(', ')]]),
    ['Why', rationale],
    ...(limits === undefined ? [] : [['Limits', limits]]),
    ['Message', message],
    ['Fix', fix],
    ['Page', docs],
  ];
  return `${paint('bold', id)}  ${title}\n${table(rows).join('\n')}\n`;
}
