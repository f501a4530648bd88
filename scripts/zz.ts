import { coreRange } from '@/lib/release/math-font';
console.log(coreRange());
