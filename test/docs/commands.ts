/**
 * Every command that a document shows its reader, under the test that runs it. The tests of this folder type them
 * letter by letter; others run the same by other means.
 */
export const documentedCommands = {
  'test/e2e/start.test.ts': [
    'npm start',
    'npm start -- --go-live --exit',
    'npm start -- --empty',
    'npm start -- --again',
    'npm run reset',
  ],
  'test/docs/help.test.ts': [
    'npm start -- --help',
    'npm run -s offer -- --help',
    'npm run -s bench -- --help',
  ],
  'test/docs/offer.test.ts': [
    'npm run -s offer -- publish contoso/linux-vm --email you@example.com --wait',
    'npm run -s offer -- status contoso/linux-vm',
    'npm run -s offer -- status contoso/linux-vm --json',
    'npm run -s offer -- go-live contoso/linux-vm --at 2027-01-31T09:00:00Z',
    'npm run -s offer -- cancel contoso/linux-vm --reason "A typo in the title"',
    'npm run -s offer -- check-live contoso/linux-vm',
    'npm run -s offer -- doctor',
    'curl -sf -H "Authorization: Bearer $OFFER_TOKEN" "$OFFER_API/api/publishers/contoso/offers/linux-vm/status"',
  ],
  'test/docs/any-language.test.ts': [
    `temporal workflow start --type publication --task-queue publication --workflow-id publication.contoso.linux-vm --input '{"publisherId":"contoso","offerId":"linux-vm","notificationEmails":["you@example.com"]}'`,
    'temporal workflow query --type status --workflow-id publication.contoso.linux-vm',
    `temporal workflow list --query "WorkflowType='publication' AND PublicationStatus='waitingForPublisherReview'"`,
    `temporal workflow update execute --name notificationEmails --workflow-id publication.contoso.linux-vm --input '{"requestId":"1","actor":"you@example.com","emails":["team@example.com"]}'`,
    `temporal workflow signal --name goLive --workflow-id publication.contoso.linux-vm --input '{"requestId":"2","actor":"you@example.com"}'`,
    'temporal workflow result --workflow-id publication.contoso.linux-vm',
  ],
  'test/docs/examples.test.ts': [
    'npx tsx docs/examples/publish.ts contoso/linux-vm you@example.com',
    'python3 docs/examples/publish.py contoso/linux-vm you@example.com',
  ],
  'test/deploy/operations.test.ts': [
    'node deploy/make-env.mjs',
    `export OFFER_API=http://localhost:8080 OFFER_TOKEN="$(sed -n 's/^API_TOKEN=//p' deploy/compose.env)"`,
    'curl -sf "$OFFER_API/keys"',
    'node deploy/make-env.mjs new-keys.env',
    `temporal workflow list --query "WorkflowType='publication' AND ExecutionStatus='Failed'"`,
    'temporal workflow describe --workflow-id publication.contoso.linux-vm',
    'temporal task-queue describe --task-queue publication',
    'temporal task-queue describe --task-queue images',
    'temporal workflow show --workflow-id publication.contoso.linux-vm --output json',
    'temporal workflow reset --workflow-id publication.contoso.linux-vm --type LastWorkflowTask --reapply-exclude Signal --reason "reserved signal"',
    'temporal workflow cancel --workflow-id publication.contoso.linux-vm',
    'temporal workflow terminate --workflow-id publication.contoso.linux-vm --reason "asked by contoso"',
  ],
  'test/deploy/services.test.ts': [
    'sh deploy/temporal/namespace.sh',
    'npm run build',
    'node dist/services/catalogue/migrate.js',
    'node dist/http/main.js',
    'node dist/worker.js',
  ],
  'test/workflows/replay.test.ts': ['npx jest test/workflows/replay.test.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
