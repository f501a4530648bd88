import { startApp } from '../start-app';
import { Study } from './study';

startApp(Study);
