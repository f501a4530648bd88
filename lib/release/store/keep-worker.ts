export { keepFiles as default } from './keep-files';
