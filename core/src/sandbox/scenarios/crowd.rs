//! The people of scenarios. Their names are common ones, put together by chance; nobody is meant.

use super::dice::{Dice, Odds};

/// Where people live and what they are called there: how many of a hundred buyers, countries, given and family names.
struct Region {
    weight: i64,
    /// Each as often as it stands here.
    countries: &'static str,
    first_names: &'static str,
    last_names: &'static str,
}

const REGIONS: &[Region] = &[
    Region {
        weight: 66,
        countries: "DE DE DE DE DE DE DE DE AT AT CH LI",
        first_names: "Anna Lena Mia Emma Sophie Marie Laura Julia Katharina Sarah Lisa Hannah Clara Johanna Ida Greta \
                      Frieda Monika Petra Sabine Birgit Jonas Lukas Felix Paul Max Leon Finn Elias Jakob Moritz Tobias \
                      Florian Stefan Andreas Jürgen Björn Matthias Uwe Klaus Emil Anton",
        last_names: "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter \
                     Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause \
                     Lehmann Köhler König Walter Huber Gruber Moser Steiner Egger Baumann Brunner Keller Frei Roth",
    },
    Region {
        weight: 6,
        countries: "FR FR FR BE LU",
        first_names: "Camille Léa Chloé Manon Inès Élise Juliette Margaux Lucas Hugo Théo Louis Jules Mathis Rémi Benoît",
        last_names: "Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Laurent Girard Fournier Lefèvre Mercier",
    },
    Region {
        weight: 5,
        countries: "NL NL NL BE",
        first_names: "Sanne Lotte Fleur Anouk Femke Noor Daan Sem Bram Thijs Jeroen Pieter Ruben Sven",
        last_names: "Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Dijkstra Kok Vermeulen",
    },
    Region {
        weight: 6,
        countries: "GB GB US US IE CA AU",
        first_names: "Olivia Amelia Grace Emily Ruby Chloe Hazel Nora Jack Oliver Harry George Noah Ethan Mason Owen",
        last_names: "Smith Jones Taylor Brown Walker Hughes Green Hall Clarke Cooper Morgan Reed Murphy Campbell Ward Fox",
    },
    Region {
        weight: 5,
        countries: "IT IT ES ES PT",
        first_names: "Giulia Chiara Sofia Martina Lucía Carmen Inés Beatriz Marco Luca Matteo Andrea Pablo Diego Álvaro Rui",
        last_names: "Rossi Russo Ferrari Bianchi Romano Greco García López Sánchez Romero Torres Navarro Silva Santos Costa",
    },
    Region {
        weight: 6,
        countries: "PL PL CZ SI",
        first_names: "Zofia Maja Hanna Alicja Zuzana Tereza Eliška Nina Jakub Antoni Kacper Filip Jan Tomáš Ondřej Matej",
        last_names: "Nowak Kowalski Wójcik Lewandowski Mazur Krawczyk Novák Dvořák Černý Procházka Veselý Horvat Zupan",
    },
    Region {
        weight: 6,
        countries: "SE DK NO FI",
        first_names: "Astrid Freja Ingrid Saga Elin Signe Aino Helmi Oskar Erik Nils Lars Magnus Anders Søren Eino Onni",
        last_names: "Andersson Johansson Lindberg Nyström Hansen Nielsen Jensen Larsen Berg Dahl Virtanen Korhonen Mäkinen",
    },
];

/// Somebody who may buy something.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) first_name: &'static str,
    pub(super) last_name: &'static str,
    pub(super) country: &'static str,
}

/// Countries, given names and family names of a region.
type Names = [Vec<&'static str>; 3];

/// The names of the list above, taken apart once.
pub(super) struct Crowd {
    regions: Vec<Names>,
    odds: Odds,
}

impl Crowd {
    pub(super) fn gather() -> Crowd {
        let words = |text: &'static str| text.split_whitespace().collect();
        let names = |region: &Region| [region.countries, region.first_names, region.last_names].map(words);
        let odds = Odds::of(REGIONS.iter().map(|region| region.weight));
        Crowd { regions: REGIONS.iter().map(names).collect(), odds }
    }

    pub(super) fn somebody(&self, dice: &mut Dice) -> Option<Person> {
        let [countries, first_names, last_names] = self.odds.one(&self.regions, dice)?;
        Some(Person {
            country: dice.one(countries)?,
            first_name: dice.one(first_names)?,
            last_name: dice.one(last_names)?,
        })
    }
}

impl Person {
    /// `juergen.mueller@example.com`, with a number where there has to be one.
    pub(super) fn email(&self, number: Option<i64>) -> String {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        format!("{}.{}{number}@example.com", plain(self.first_name), plain(self.last_name))
    }
}

/// Letters as addresses have them.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        let letters = match letter {
            'ä' => "ae",
            'ö' | 'ø' => "oe",
            'ü' => "ue",
            'á' => "a",
            'č' => "c",
            'é' | 'è' | 'ê' => "e",
            'í' | 'î' => "i",
            'ó' => "o",
            'ř' => "r",
            'š' => "s",
            'ý' => "y",
            'a'..='z' => {
                plain.push(letter);
                continue;
            }
            _ => continue,
        };
        plain.push_str(letters);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::tables::COUNTRIES;

    #[test]
    fn everybody_has_a_name_a_country_that_is_known_and_a_plain_address() {
        for [countries, first_names, last_names] in Crowd::gather().regions {
            for country in countries {
                assert!(COUNTRIES.iter().any(|(code, ..)| *code == country), "{country}");
            }
            for name in first_names.iter().chain(&last_names) {
                assert!(plain(name).len() >= name.chars().count(), "{name} becomes {}", plain(name));
            }
        }
        let somebody = Person { first_name: "Søren", last_name: "Mäkinen", country: "FI" };
        assert_eq!(somebody.email(Some(2)), "soeren.maekinen2@example.com");
    }
}
