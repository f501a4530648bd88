/** An additional page of a kind that `content/` lacks. */
export interface ExtraPage {
  slug: string;
  question: string;
  answer: string;
}

/** Names with punctuation, scripts without spaces, words with and without hyphens, formulas. */
export const extraPages: readonly ExtraPage[] = [
  {
    slug: 'c-plus-plus-template',
    question: 'What is a template in C++?',
    answer:
      'A template is a pattern from which the compiler of C++ makes functions and classes for each type that a program needs. `std::vector<int>` and `std::vector<double>` come from one template.\n\nUnlike macros of C, templates know types.',
  },
  {
    slug: 'c-sharp-property',
    question: 'What is a property in C#?',
    answer:
      'A property looks like a field and runs code when it is read or set. In C# it has a `get` and a `set` accessor.\n\nC# compiles both to methods.',
  },
  {
    slug: 'f-sharp-pipe',
    question: 'What does the pipe operator do in F#?',
    answer:
      'The operator `|>` hands the value on its left to the function on its right. Programs in F# read in the order in which they run: `[1; 2; 3] |> List.map square |> List.sum`.',
  },
  {
    slug: 'dotnet-garbage',
    question: 'How does .NET free memory?',
    answer:
      'The garbage collector of .NET follows references from the roots and frees every object that it does not reach. Objects that survive move to an older generation.',
  },
  {
    slug: 'a-star',
    question: 'How does A* find a shortest path?',
    answer:
      'A* visits the node whose cost so far plus estimated rest is least. With an estimate that is never too high, the first path it completes is a shortest one. With an estimate of zero, it is the algorithm of Dijkstra.',
  },
  {
    slug: 'x-ray-bones',
    question: 'Why do bones show on an X-ray?',
    answer:
      'Calcium absorbs more of the radiation than soft tissue does, so less of it arrives behind a bone. An X-ray of the chest shows the ribs lighter than the lungs.',
  },
  {
    slug: 'email-bounce',
    question: 'Why does an e-mail bounce?',
    answer:
      'The server of the recipient refuses it: the address does not exist, the mailbox is full, or the sender is not trusted. The sender gets the e-mail back with a code.',
  },
  {
    slug: 'nonlinear-system',
    question: 'What makes a system nonlinear?',
    answer:
      'In a nonlinear system the response to two inputs together is not the sum of the responses to each. A pendulum that swings far is one.',
  },
  {
    slug: 'green-leaves-japanese',
    question: '葉はなぜ緑色に見えるのか',
    answer:
      '植物の葉の細胞には葉緑体があり、その中のクロロフィルが赤と青の光を吸収する。緑の光は吸収されにくく、反射されて目に届く。',
  },
  {
    slug: 'earthquake-japanese',
    question: '地震の震度とマグニチュードは何が違うのか',
    answer:
      'マグニチュードは地震の規模を表し、震度はある場所での揺れの強さを表す。同じ地震でも震源から遠い所では震度は小さい。',
  },
  {
    slug: 'blue-sky-chinese',
    question: '天空为什么是蓝色的',
    answer: '阳光进入大气层后，空气分子对短波光的散射比长波光强得多，因此蓝光从四面八方进入我们的眼睛。',
  },
  {
    slug: 'tides-chinese',
    question: '潮汐是怎样形成的',
    answer:
      '月球的引力在地球近月一侧较强，在远月一侧较弱，海水因此向两侧隆起。地球自转时，海岸每天经过两次高潮。',
  },
  {
    slug: 'rain-thai',
    question: 'ฝนเกิดขึ้นได้อย่างไร',
    answer: 'ไอน้ำลอยขึ้นไปเจออากาศเย็นแล้วกลั่นตัวเป็นเมฆ เมื่อหยดน้ำใหญ่ขึ้นจนหนักก็ตกลงมาเป็นฝน',
  },
  {
    slug: 'mass-energy',
    question: 'How much energy is in a gram of mass?',
    answer:
      'Multiply the mass by the square of the speed of light:\n\n$$E = mc^2$$\n\nA gram holds $9 \\times 10^{13}$ joules, about what a power station gives in a day.',
  },
  {
    slug: 'quadratic-equation',
    question: 'How do you solve a quadratic equation?',
    answer:
      'Write it as $ax^2 + bx + c = 0$. The roots are\n\n$$x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$$\n\nThe part below the root is the discriminant.',
  },
  {
    slug: 'electrolysis-of-water',
    question: 'Which gases does electrolysis make of water?',
    answer:
      'A current splits it into hydrogen and oxygen, two volumes to one:\n\n$$\\ce{2H2O -> 2H2 + O2}$$\n\nThe ions $\\mathrm{H_3O^+}$ and $\\mathrm{OH^-}$ carry the charge.',
  },
  {
    slug: 'photosynthesis-equation',
    question: 'What goes into photosynthesis and what comes out?',
    answer:
      'Plants build glucose with the energy of light:\n\n$$6\\,\\mathrm{CO_2} + 6\\,\\mathrm{H_2O} \\to \\mathrm{C_6H_{12}O_6} + 6\\,\\mathrm{O_2}$$',
  },
  {
    slug: 'profit-margin',
    question: 'How is a margin worked out?',
    answer:
      'Divide what is left by what came in:\n\n$$\\text{margin} = \\frac{\\text{turnover} - \\text{outlay}}{\\text{turnover}}$$',
  },
  {
    slug: 'ideal-gas',
    question: 'Which law joins pressure, volume and temperature of a gas?',
    answer: 'For a gas that is thin enough, $pV = nRT$, with $R = 8.314$ joules per mole and kelvin.',
  },
  {
    slug: 'pythagoras',
    question: 'How long is the longest side of a right triangle?',
    answer: 'The squares on the short sides add up to the square on the long one: $a^2 + b^2 = c^2$.',
  },
];
