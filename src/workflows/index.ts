export { publication } from './publication';
