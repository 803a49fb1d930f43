//! The named types that functions and notifications mention.

use std::ptr;

use digistore24::catalogue;
use digistore24::wire::{Choice, Kind, Shape, Spec};

/// Every named type once, in the order of first use. The functions' own parameters are not among them.
#[derive(Default)]
pub(crate) struct Types {
    /// Groups of parameters.
    pub(crate) sent: Vec<&'static Shape>,
    /// Records of answers.
    pub(crate) received: Vec<&'static Shape>,
    /// Lists of words, on both ways.
    pub(crate) choices: Vec<&'static Choice>,
}

impl Types {
    /// What can be reached from the table.
    pub(crate) fn reachable() -> Types {
        let mut types = Types::default();
        for spec in catalogue::all() {
            for field in spec.arguments.fields {
                types.visit(field.kind, |types| &mut types.sent);
            }
            types.visit(spec.returns, |types| &mut types.received);
        }
        types
    }

    /// What these kinds mention, as they are read.
    pub(crate) fn read(kinds: &[Kind]) -> Types {
        let mut types = Types::default();
        for kind in kinds {
            types.visit(*kind, |types| &mut types.received);
        }
        types
    }

    fn visit(&mut self, kind: Kind, side: fn(&mut Types) -> &mut Vec<&'static Shape>) {
        match kind {
            Kind::Object(shape) if !side(self).iter().any(|known| ptr::eq(*known, shape)) => {
                side(self).push(shape);
                for field in shape.fields {
                    self.visit(field.kind, side);
                }
            }
            Kind::Choice(choice) if !self.choices.iter().any(|known| ptr::eq(*known, choice)) => {
                self.choices.push(choice)
            }
            Kind::List(inner) | Kind::Map(inner) | Kind::OneOrMany(inner) | Kind::Loose(inner) => {
                self.visit(*inner, side)
            }
            _ => {}
        }
    }
}

/// The functions that answer a list of rows, with the kind of a row.
pub(crate) fn lists() -> impl Iterator<Item = (&'static Spec, Kind)> {
    catalogue::all().filter_map(|spec| match spec.returns {
        Kind::List(row) => Some((spec, *row)),
        Kind::Loose(Kind::List(row)) => Some((spec, **row)),
        Kind::Object(shape) if spec.name.starts_with("list") => {
            let mut rows = shape.fields.iter().filter_map(|field| match field.kind {
                Kind::List(row) => Some((spec, *row)),
                _ => None,
            });
            rows.next().filter(|_| rows.next().is_none())
        }
        _ => None,
    })
}
