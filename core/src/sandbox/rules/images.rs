//! Images, which are named and never fetched, and the tools that make buyers decide.

use super::super::assumptions::{IMAGE_EXTENSION, IMAGE_SIZE, IMAGE_USE, TOOLS};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::{Ask, Rules, parts, shelf};
use crate::Value;

pub(super) const RULES: Rules = &[
    ("createImage", create),
    ("getImage", get),
    ("listImages", list),
    ("deleteImage", delete),
    ("listConversionTools", tools),
];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let data = ask.group("data");
    let id = format!("IMAGE{:03}", account.images.number());
    let extension = extension(data.text("image-url")).to_ascii_lowercase();
    let url = format!("https://www.digistore24.com/image/{id}.{extension}");
    let usage = Some(data.text("usage_type")).filter(|usage| !usage.is_empty()).unwrap_or(IMAGE_USE);
    account.images.add(record! {
        id: id.as_str(), url: url.as_str(), file_extension: extension, name: data.text("name"), approval_status: "new",
        usage_type: usage, alt_tag: data.text("alt_tag"), width: IMAGE_SIZE.0, height: IMAGE_SIZE.1,
    });
    Ok(record! { image_id: id, image_url: url })
}

/// The ending of the file's name in an address, for example `png`.
fn extension(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["png", "jpg", "jpeg", "gif", "webp", "svg"].iter().any(|known| known.eq_ignore_ascii_case(ending)) {
        ending
    } else {
        IMAGE_EXTENSION
    }
}

/// A single image has other fields than those of a list.
fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let image = shelf::find(&account.images, ask.text("image_id"))?;
    Ok(record! { image: record! {
        id: image.text("id"), url: image.text("url"), r#type: image.text("usage_type"),
        properties: image.shown().without("id").without("url"),
    } })
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let images = account.images.with("usage_type", ask.text("usage_type"));
    Ok(record! { images: images.cloned().collect::<Vec<_>>() })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("image_id");
    shelf::delete(&mut account.images, id)?;
    shelf::forget(&mut account.products, "image_id", id);
    for field in ["tab_image_1_id", "tab_image_2_id", "tab_image_3_id"] {
        shelf::forget(&mut account.orderforms, field, id);
    }
    Ok(ask.modified(true))
}

/// The tools of the kinds that were asked for. Of all but smart upgrades the account has none, and no way to make any.
fn tools(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    if parts(ask.text("type")).any(|kind| TOOLS.iter().all(|(known, _)| *known != kind)) {
        return Err(Refusal::argument(BAD_ARGUMENT, "type"));
    }
    let asked = |kind: &str| parts(ask.text("type")).any(|part| part == kind);
    let lists = TOOLS.iter().map(|(kind, list)| {
        let rows = match *kind {
            _ if !asked(kind) => Value::Null,
            "smartupgrade" => account.smart_upgrades.rows().to_vec().into(),
            _ => Value::List(Vec::new()),
        };
        ((*list).to_owned(), rows)
    });
    Ok(Value::Map(lists.collect()))
}
