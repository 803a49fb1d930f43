//! Lists read page after page: as tables, and against a service whose lists change while they are read.

mod shifting;
mod vectors;
