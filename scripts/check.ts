import { Answers } from '@/lib/answer/answers';
import { contentFolder } from '@/lib/catalogue/content-folder';
import { loadLibrary } from '@/lib/catalogue/load';
import { formatProblem, hasErrors } from '@/lib/source/problem';
import { main } from './main';

main(async () => {
  const answers = await Answers.open();
  const { catalogue, problems } = await loadLibrary(contentFolder(), answers.inspect);
  for (const problem of problems) console.log(formatProblem(problem));
  console.log(`${problems.length} problems; ${catalogue.entries.length} questions are in order.`);
  if (hasErrors(problems)) process.exitCode = 1;
});
