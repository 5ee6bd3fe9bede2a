export { mailDelivery } from './mail-delivery';
export { publication } from './publication';
