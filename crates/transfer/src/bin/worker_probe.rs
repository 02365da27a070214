//! Serves like the program itself when it is started with `--worker`; what the tests start.
//!
//! Under the name `hungry` it asks for a gigabyte as soon as it is served, as a library does that believes a
//! hostile file, so that the limit on its memory can be tested.

use std::io::{self, Read};
use std::process::ExitCode;

struct Hungry;

impl Read for Hungry {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let meal = vec![1_u8; 1024 * 1024 * 1024];
        let bite = b"{\"bytes\":0,\"today\":\"2026-06-30\",\"encoding\":null}\n";
        let count = bite.len().min(buffer.len()).min(meal.len());
        for (to, from) in buffer.iter_mut().zip(bite) {
            *to = *from;
        }
        Ok(count)
    }
}

fn main() -> ExitCode {
    let is_hungry = std::env::args()
        .next()
        .is_some_and(|name| name.ends_with("hungry"));
    let outcome = if is_hungry {
        transfer::worker::serve(Hungry, io::stdout().lock())
    } else {
        transfer::worker::serve(io::stdin().lock(), io::stdout().lock())
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
