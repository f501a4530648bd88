import * as z from 'zod';

/** The results of a test run. */
export interface Results {
  passed: number;
  failed: number;
  /** Number of skipped tests by reason. */
  leftOut: ReadonlyMap<string, number>;
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), meta: z.object({ leftOut: z.string().optional() }).optional() }),
      ),
    }),
  ),
});

/** Reads the JSON report of Vitest. A test file that could not be run counts as failed. */
export function resultsOfVitest(report: unknown): Results {
  const tally = new Tally();
  for (const { status, assertionResults } of vitestReport.parse(report).testResults) {
    const tests = assertionResults.map((test) => tally.add(test.status, test.meta?.leftOut));
    if (status === 'failed' && !tests.includes('failed')) tally.add('failed');
  }
  return tally;
}

const playwrightTest = z.object({
  status: z.string(),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
});

const playwrightSuite = z.object({
  specs: z.array(z.object({ tests: z.array(playwrightTest) })),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({ suites: z.array(playwrightSuite), errors: z.array(z.unknown()) });

/** Reads the JSON report of Playwright. An error outside all tests counts as a failed test. */
export function resultsOfPlaywright(report: unknown): Results {
  const tally = new Tally();
  const { suites, errors } = playwrightReport.parse(report);
  const read = (suite: z.infer<typeof playwrightSuite>) => {
    for (const { status, annotations } of suite.specs.flatMap(({ tests }) => tests)) {
      const reason = annotations.find(({ type }) => type === 'skip')?.description;
      tally.add(status === 'expected' ? 'passed' : status, reason);
    }
    suite.suites?.forEach(read);
  };
  suites.forEach(read);
  for (const _ of errors) tally.add('failed');
  return tally;
}

/**
 * The end of the output of `npm test`: skipped tests with reasons, and the numbers of passed and failed tests
 * in the last line.
 */
export function summaryOf(all: readonly Results[]): string {
  const leftOut = new Map<string, number>();
  for (const [reason, count] of all.flatMap((results) => [...results.leftOut])) {
    leftOut.set(reason, (leftOut.get(reason) ?? 0) + count);
  }
  const sum = (kind: 'passed' | 'failed') => all.reduce((total, results) => total + results[kind], 0);
  return [
    ...Array.from(
      leftOut,
      ([reason, count]) => `left out: ${reason}: ${count} ${count === 1 ? 'test' : 'tests'}`,
    ),
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n');
}

class Tally implements Results {
  passed = 0;
  failed = 0;
  readonly leftOut = new Map<string, number>();

  /** A flaky test counts as failed, and so does a test that is skipped without a reason. */
  add(status: string, reason?: string): 'passed' | 'failed' | 'left out' {
    if (status === 'skipped' && reason !== undefined) {
      this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
      return 'left out';
    }
    const result = status === 'passed' ? 'passed' : 'failed';
    this[result] += 1;
    return result;
  }
}
