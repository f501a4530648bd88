import type { SourceFile } from '@/lib/source/article';
import { serve } from '@/lib/threads/serve';
import { examine } from './examine';

serve((sources: SourceFile[]) => sources.map(examine));
