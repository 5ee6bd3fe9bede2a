import type { Severity } from '../../src/domain/certification/finding';
import type { RuleDescription } from '../../src/domain/certification/rule';
import { describedAreas, rulePage } from '../../src/domain/certification/rule-index';
import { findingTexts } from '../../src/domain/text/findings/findings';

/**
 * What is written from the rules, by its path from the checkout's root: a page for every rule, the list of them, and
 * their English words for the workflows.
 */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = Object.entries(describedAreas).flatMap(([area, rules]) =>
    rules.map((rule) => [rulePage(rule.id), pageOf(rule, area)] as const),
  );
  return new Map([
    ['docs/rules/README.md', listOfAll()],
    ['src/domain/text/findings/english-findings.json', englishFindings()],
    ...pages,
  ]);
}

function englishFindings(): string {
  const words = Object.entries(findingTexts)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { message, fix }]) => [id, { message: message.en, fix: fix.en }]);
  return `${JSON.stringify(Object.fromEntries(words), null, 2)}\n`;
}

function listOfAll(): string {
  const areas = Object.entries(describedAreas).map(([area, rules]) => {
    const rows = rules.map(
      ({ id, title, severity }) => `- [${id}](${id}.md): ${prose(title)} (${severities[severity]})`,
    );
    return `## ${area}\n\n${rows.join('\n')}\n`;
  });
  return `# Rules

What offers, images and packages are held to. \`offer rules\` shows the same on the command line, and the portal at
\`/docs/rules\` in all its languages. These pages are written from the rules by \`npm run docs:rules\`.

${areas.join('\n')}`;
}

function pageOf(rule: RuleDescription, area: string): string {
  const {
    id,
    title,
    aliases = [],
    policy,
    severity,
    marketplaceSeverity,
    rationale,
    limits,
    message,
    fix,
  } = rule;
  const facts = [
    `Severity: ${severities[severity]}${marketplaceSeverity === undefined ? '' : ', which the marketplace lets pass with a warning'}`,
    `Policy: ${policy}`,
    ...(aliases.length === 0 ? [] : [`Also called: ${aliases.map((alias) => `\`${alias}\``).join(', ')}`]),
    `About: ${area}`,
  ];
  return `# ${id}

${prose(title)}.

${facts.map((fact) => `- ${fact}`).join('\n')}

## Why

${prose(rationale)}
${limits === undefined ? '' : `\n## Where it does not look\n\n${prose(limits.en)}\n`}
## What it says

\`\`\`text
${message.en}
\`\`\`

## What to do

\`\`\`text
${fix.en}
\`\`\`

[All rules](README.md)
`;
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  reviewRequired: 'a reviewer decides',
  warning: 'warning',
  info: 'remark',
};

/** Signs that mean something in Markdown stand for themselves. */
const prose = (text: string): string => text.replaceAll(/[*<[\]\\`]/g, '\\$&');
