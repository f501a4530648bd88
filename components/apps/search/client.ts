import { startApp } from '../start-app';
import { Search } from './search';

startApp(Search);
