import { renderToString } from 'react-dom/server';

import { pageComponents } from '@/components/pages';
