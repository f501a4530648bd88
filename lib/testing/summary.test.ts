import { expect, test } from 'vitest';

import { resultsOfPlaywright, resultsOfVitest, summaryOf } from './summary';

const git = { leftOut: 'git is not installed' };

test('tests are counted, and those that were left out are named', () => {
  const unit = resultsOfVitest({
    testResults: [
      {
        status: 'passed',
        assertionResults: [
          { status: 'passed', meta: git },
          { status: 'skipped', meta: git },
          { status: 'passed' },
        ],
      },
      {
        status: 'failed',
        assertionResults: [
          { status: 'failed', meta: {} },
          { status: 'passed', meta: {} },
        ],
      },
    ],
  });
  const skipped = (description?: string) => ({
    status: 'skipped',
    annotations: [{ type: 'skip', ...(description !== undefined && { description }) }],
  });
  const passed = { status: 'expected', annotations: [] };
  const endToEnd = resultsOfPlaywright({
    suites: [
      {
        specs: [{ tests: [passed] }],
        suites: [
          {
            specs: [
              { tests: [skipped('nginx is not installed')] },
              { tests: [skipped('nginx is not installed')] },
            ],
          },
        ],
      },
    ],
    errors: [],
  });
  expect(summaryOf([unit, endToEnd])).toBe(
    'left out: git is not installed: 1 test\nleft out: nginx is not installed: 2 tests\n4 passed, 1 failed',
  );
});

test('what is passed over without a reason, flaky, or could not be run has failed', () => {
  const unit = resultsOfVitest({
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'skipped' }, { status: 'todo' }] },
    ],
  });
  expect(unit.failed).toBe(3);
  const endToEnd = resultsOfPlaywright({
    suites: [
      {
        specs: [
          {
            tests: [
              { status: 'flaky', annotations: [] },
              { status: 'unexpected', annotations: [] },
              // After a test that failed, of those that run one after the other.
              { status: 'skipped', annotations: [] },
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'The server did not start.' }],
  });
  expect(endToEnd.failed).toBe(4);
});
